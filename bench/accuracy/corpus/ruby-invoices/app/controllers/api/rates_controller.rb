class Api::RatesController < ApplicationController
  def show
    render json: Invoicing::Rates.fetch(params[:currency])
  end
end
