#pragma once

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "journal/Journal.hpp"

namespace luot::server::hall {

/// What today's commands were answered, by token and command id: a repeat gets the first answer again.
class Answers {
public:
    struct Kept {
        std::string request;
        int status = 0;
        std::shared_ptr<const std::string> body;
    };

    /// Takes over what the journal kept.
    void load(std::vector<journal::Answer> answers);
    const Kept* find(const std::string& token, const std::string& key) const;
    void keep(const std::string& token, const std::string& key, Kept kept);
    void forget(const std::string& token, const std::string& key);
    std::size_t size() const { return kept_.size(); }

private:
    static std::string joined(const std::string& token, const std::string& key) { return token + '\n' + key; }

    std::unordered_map<std::string, Kept> kept_;
    std::deque<std::string> oldestFirst_;
};

/// The oldest are forgotten beyond it; a large centre gives some 20,000 commands a day.
constexpr std::size_t maxAnswers = 500'000;

}  // namespace luot::server::hall
