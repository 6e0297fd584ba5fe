"""What goes to the print shop with the pages: certificate, job ticket, fonts, thumbnails, checksums, in one zip."""
