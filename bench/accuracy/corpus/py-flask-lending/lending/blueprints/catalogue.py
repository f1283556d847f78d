from flask import Blueprint, abort, jsonify, request

from ..domain.books import Book, search_books

bp = Blueprint("catalogue", __name__, url_prefix="/catalogue")


@bp.route("/books")
def list_books():
    return jsonify([book.to_dict() for book in search_books(request.args.get("q", ""))])


@bp.route("/books/<isbn>", methods=["GET", "DELETE"])
def book_detail(isbn):
    book = Book.query.get(isbn)
    if book is None:
        abort(404)
    if request.method == "DELETE":
        book.withdraw()
        return "", 204
    return book.to_dict()


@bp.post("/books")
def add_book():
    """Cataloguing by hand.

    Example::

        curl -X POST /catalogue/books -d '{"isbn": "9780141036144"}'
    """
    payload = request.get_json()
    book = Book(isbn=payload["isbn"], title=payload["title"])
    book.save()
    return book.to_dict(), 201


@bp.post("/books/import")
def import_books():
    return {"error": "not implemented"}, 501


# @bp.get("/authors")
# def list_authors():
#     return jsonify([])
