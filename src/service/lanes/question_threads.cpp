#include "service/lanes/question_threads.hpp"

#include "service/lanes/turned_away.hpp"
#include "service/verbs/handlers.hpp"
#include "support/quiet_thread.hpp"

#include <exception>
#include <utility>

namespace backorder {

namespace {

void carry_out(Store& store, PendingCall& question) noexcept {
    try {
        const auto life = std::make_shared<BatchLife>();
        question.join(life, question.context.budget.deadline);
        life->leave();
        Context context = question.context;
        context.budget.token = &life->token;
        if (may_write(question.request) && !question.claim()) return;
        question.answer(handle(store, context, question.request));
    } catch (const std::exception&) {
        question.give_up();
    }
}

}  // namespace

QuestionThreads::~QuestionThreads() {
    close();
    for (std::thread& thread : threads_) thread.join();
}

Outcome<void> QuestionThreads::add(std::shared_ptr<PendingCall> question) {
    {
        const Lock lock(mutex_);
        if (closed_) return closed_handle();
        if (queue_.size() >= queue_size_) return busy(queue_.size(), queue_size_);
        if (!start_threads()) return no_thread();
        queue_.push_back(std::move(question));
    }
    changed_.notify_one();
    return {};
}

/// One more where all are busy. False if there is none at all.
bool QuestionThreads::start_threads() {
    if (idle_ > queue_.size() || threads_.size() >= most_threads_) return true;
    return add_quiet_thread(threads_, [this] { work(); }) || !threads_.empty();
}

void QuestionThreads::close() {
    std::list<std::shared_ptr<PendingCall>> waiting;
    {
        const Lock lock(mutex_);
        closed_ = true;
        waiting.swap(queue_);
    }
    changed_.notify_all();
    for (const auto& question : waiting) question->answer(closed_before_its_turn());
}

void QuestionThreads::work() noexcept {
    Lock lock(mutex_);
    while (!closed_) {
        if (queue_.empty()) {
            ++idle_;
            changed_.wait(mutex_);
            --idle_;
            continue;
        }
        const auto question = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        if (!question->answered()) carry_out(store_, *question);
        lock.lock();
    }
}

}  // namespace backorder
