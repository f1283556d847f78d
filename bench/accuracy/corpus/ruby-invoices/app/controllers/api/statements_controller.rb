module Api
  class StatementsController < ApplicationController
    def create
      raise NotImplementedError, "statements need the archive"
    end
  end
end
