require "thor"

module Reviews
  class CLI < Thor
    desc "doctor", "look for reviews that lost what they are about"
    def doctor
      orphans = Review.where.missing(:reviewable)
      puts "#{orphans.size} orphans"
    end

    desc "import FILE", "read reviews from a CSV file"
    def import(file)
      raise NotImplementedError, "use the rake task of your application"
    end
  end
end
