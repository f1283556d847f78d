module Api
  class PaymentsController < ApplicationController
    skip_forgery_protection

    def create
      payment = Payment.create!(invoice_id: params[:invoice_id], cents: params[:cents])
      render json: payment, status: :created
    end

    def refund
      head :ok if Payment.find(params[:id]).destroy
    end
  end
end
