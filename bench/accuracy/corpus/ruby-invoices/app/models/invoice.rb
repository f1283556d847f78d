class Invoice < ApplicationRecord
  STATES = %w[draft open paid].freeze

  has_many :payments
  enum :state, STATES.index_by(&:itself)

  scope :recent, -> { order(created_at: :desc).limit(50) }

  def paid?
    payments.sum(:cents) >= total_cents
  end

  def total_cents
    lines.sum { |line| line["cents"] }
  end

  def self.next_number(year)
    "#{year}-#{where(year: year).count + 1}"
  end

  class << self
    def overdue(today = Date.current)
      open.where(due_on: ...today)
    end
  end
end
