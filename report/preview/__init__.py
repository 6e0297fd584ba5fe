"""The live preview: a report's pages in a browser of this machine, laid out again whenever it is saved."""
