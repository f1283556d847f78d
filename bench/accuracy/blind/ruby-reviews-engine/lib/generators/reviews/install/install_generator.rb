module Reviews
  class InstallGenerator < Rails::Generators::Base
    def copy_initializer
      create_file "config/initializers/reviews.rb", <<~RUBY
        Reviews.configure do |config|
          config.moderated = true
        end

        class ReviewPolicy
          def moderate?
            user.staff?
          end
        end
      RUBY
    end
  end
end
