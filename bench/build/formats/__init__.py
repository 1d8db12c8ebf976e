"""Writers: the same stories in the format of each generator."""
