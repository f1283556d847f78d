require "reviews/version"
require "reviews/engine"
require "reviews/scoring"
require "reviews/spam"

module Reviews
  mattr_accessor :author_class, default: "User"

  Configuration = Struct.new(:moderated, :max_length, keyword_init: true) do
    def strict?
      moderated && max_length < 500
    end
  end

  class << self
    def configuration
      @configuration ||= Configuration.new(moderated: true, max_length: 2000)
    end

    def configure
      yield configuration
    end

    alias setup configure
  end
end
