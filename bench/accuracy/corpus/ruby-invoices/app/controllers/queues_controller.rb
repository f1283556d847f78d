class QueuesController < ApplicationController
  def index
    render json: { waiting: ReminderService.waiting }
  end
end
