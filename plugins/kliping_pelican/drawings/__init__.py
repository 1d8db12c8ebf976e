"""What is drawn at build time: numbers and geometry for the templates' SVG, and the few pictures that must be PNG."""
