#include "server/hall/Answers.hpp"

namespace luot::server::hall {

void Answers::load(std::vector<journal::Answer> answers) {
    for (auto& answer : answers)
        keep(answer.token, answer.key,
             Kept{std::move(answer.request), answer.status,
                  answer.body.empty() ? nullptr
                                      : std::make_shared<const std::string>(std::move(answer.body))});
}

const Answers::Kept* Answers::find(const std::string& token, const std::string& key) const {
    const auto found = kept_.find(joined(token, key));
    return found == kept_.end() ? nullptr : &found->second;
}

void Answers::keep(const std::string& token, const std::string& key, Kept kept) {
    auto name = joined(token, key);
    if (kept_.insert_or_assign(name, std::move(kept)).second) oldestFirst_.push_back(std::move(name));
    while (kept_.size() > maxAnswers && !oldestFirst_.empty()) {
        kept_.erase(oldestFirst_.front());
        oldestFirst_.pop_front();
    }
}

void Answers::forget(const std::string& token, const std::string& key) {
    auto name = joined(token, key);
    kept_.erase(name);
    if (!oldestFirst_.empty() && oldestFirst_.back() == name) oldestFirst_.pop_back();
}

}  // namespace luot::server::hall
