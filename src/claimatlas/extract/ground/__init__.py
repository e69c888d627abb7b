"""Plain sentences on ground that changes hands, read word by word: who took which places, a list of them too."""
