class DashboardsController < ApplicationController
  def show
    render json: { open: Invoice.open.count }
  end
end
