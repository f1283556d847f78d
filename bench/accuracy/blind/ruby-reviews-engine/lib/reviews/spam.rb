module Reviews
  module Spam
    Verdict = Data.define(:spam, :reason)

    class Filter
      LINKS = %r{https?://}i

      def initialize(limit: 2) = @limit = limit

      def check(text)
        found = text.scan(LINKS).size
        Verdict.new(spam: found > @limit, reason: "#{found} links")
      end
    end

    class NullFilter
      # Nothing is spam here; used where reviews come from our own staff.
      def check(_text) = Verdict.new(spam: false, reason: nil)

      # There is nothing to learn.
      def learn(_text, _spam); end
    end

    class AkismetFilter
      def check(text)
        Rails.logger.info("would ask about #{text.size} characters")
        raise NotImplementedError
      end

      def learn(text, spam)
        raise "not implemented"
      end
    end

    define_method(:loud?) { |text| text == text.upcase }

    %w[en de fr].each do |language|
      define_singleton_method("stopwords_#{language}") { I18n.t("stopwords", locale: language) }
    end
  end
end

__END__

class Quarantine
  def release(review)
    review.publish!
  end
end
