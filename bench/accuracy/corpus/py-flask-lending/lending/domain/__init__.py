"""Public face of the domain."""
from .books import Book, search_books as find_books
from .loans import Loan, LoanLimitReached

__all__ = ["Book", "find_books", "Loan", "LoanLimitReached"]
