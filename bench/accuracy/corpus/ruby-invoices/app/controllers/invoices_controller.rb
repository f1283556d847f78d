class InvoicesController < ApplicationController
  before_action :load_invoice, only: %i[show send_reminder]

  def index
    render json: Invoice.recent
  end

  def show
    render json: @invoice
  end

  def create
    invoice = Invoicing::Issuer.new(clock: Time).issue(invoice_params)
    render json: invoice, status: :created
  end

  def send_reminder
    ReminderService.call(@invoice)
    head :accepted
  end

  private

  def load_invoice = @invoice = Invoice.find(params[:id])

  def invoice_params
    params.require(:invoice).permit(:customer, lines: %i[sku cents])
  end
end
