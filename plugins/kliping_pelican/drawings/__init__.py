"""The pictures drawn at build time: social cards and icons, as PNG, in the colours and the font of the theme."""
