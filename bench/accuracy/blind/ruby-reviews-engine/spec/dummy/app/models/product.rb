class Product < ActiveRecord::Base
  acts_as_reviewable

  def shelf_label
    "#{name} (#{score})"
  end
end
