require "invoicing/version"
require "invoicing/issuer"
require "invoicing/rates"
require "invoicing/tax"

module Invoicing
  class Error < StandardError; end

  class UnknownCurrency < Error; end

  class << self
    attr_accessor :default_currency

    def configure
      yield self
    end
  end
end
