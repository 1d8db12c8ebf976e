"""What tests are made from: articles written by hand, catalogues, and small sites built as a curator builds them."""
