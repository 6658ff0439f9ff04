document.title = "drawn"
