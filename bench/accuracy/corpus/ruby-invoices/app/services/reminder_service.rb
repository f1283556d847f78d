# Sends reminders. Escalation (escalate_to_agency) is done by hand.
class ReminderService
  TEMPLATE = <<~TEXT
    def letter(invoice)
      "Please pay " + invoice.number
    end
  TEXT

  def self.call(...) = new(...).call

  def self.waiting
    Invoice.overdue.count
  end

  def initialize(invoice)
    @invoice = invoice
  end

  def call
    ReminderMailer.with(invoice: @invoice).reminder.deliver_later
  end

  def log_attempt
  end
end
