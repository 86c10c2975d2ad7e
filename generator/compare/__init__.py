"""What has changed between two versions of an underlag: cells, texts, settings and the figures that follow."""
