module Reviews
  # Sends the shop what came in this week.
  class DigestJob < ActiveJob::Base
    def perform(week)
      # to be written once the mailer template is agreed
    end
  end
end
