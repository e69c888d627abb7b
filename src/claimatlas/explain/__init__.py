"""Why a claim reads as it does: for each slot the words, the candidates with their scores, and the rule or score that chose."""
