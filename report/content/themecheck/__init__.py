"""Checks of themes: `checking` runs all of them, builds use those of faces and inks."""
