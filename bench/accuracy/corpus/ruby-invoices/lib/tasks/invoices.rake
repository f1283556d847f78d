namespace :invoices do
  desc "Remind every customer whose invoice is overdue"
  task remind: :environment do
    Invoice.overdue.find_each { |invoice| ReminderService.call(invoice) }
  end
end
