# frozen_string_literal: true

# Few processes, many threads: callers of one process share transactions. puma -C puma.rb
#
# Connections to PostgreSQL: workers x pool_size (web.rb) = 2 x 4. A phased restart (SIGUSR1) replaces one worker after the other.
bind ENV.fetch("BIND", "tcp://127.0.0.1:9292")
directory __dir__
rackup "config.ru"
workers 2
threads 16, 16
preload_app! false # which phased restarts need
drain_on_shutdown
worker_shutdown_timeout 10
raise_exception_on_sigterm false # an end that was asked for is no failure

on_worker_boot do
  require_relative "web"
  Web.open_shop
end

on_worker_shutdown { Web.close_shop }
