"""The same documents by Banxin, Typst, WeasyPrint and plain ReportLab: same words, same fonts, same page and type."""
