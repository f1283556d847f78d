from flask import Blueprint, request
from flask.views import MethodView

from ..domain.loans import Loan, checkout, give_back

bp = Blueprint("loans", __name__)


class LoanView(MethodView):
    def get(self, loan_id: int):
        return Loan.query.get_or_404(loan_id).to_dict()

    def put(self, loan_id: int):
        loan = Loan.query.get_or_404(loan_id)
        loan.extend(days=request.get_json().get("days", 14))
        return loan.to_dict()


bp.add_url_rule("/<int:loan_id>", view_func=LoanView.as_view("loan"))


@bp.route("/", methods=("POST",))
def open_loan():
    payload = request.get_json()
    return checkout(payload["member"], payload["isbn"]).to_dict(), 201


@bp.route("/<int:loan_id>/return", methods=["POST"])
def return_loan(loan_id: int):
    return give_back(Loan.query.get_or_404(loan_id)).to_dict()
