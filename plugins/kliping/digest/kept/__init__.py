"""What a digest keeps of each article from build to build, and how it is opened again."""
