"""Files before they are read: archives that may be unpacked, and pictures that can be printed."""
