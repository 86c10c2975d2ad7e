"""Small numbers of persons (*skyddade antal*): which are protected, in all tabs together, and what tells them."""
