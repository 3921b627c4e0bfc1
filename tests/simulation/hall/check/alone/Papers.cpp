#include "tests/simulation/hall/check/alone/Papers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace luot::simulation {

namespace {

constexpr base::Minutes halfADay{12 * 60};

std::string nameOf(int kiosk, const std::string& day, int sequence) {
    return fmt::format("{} of kiosk {} on {}", sequence, kiosk, day);
}

}  // namespace

void PapersAreUnique::written(const Entry& entry) {
    const auto* jumped = std::get_if<queue::ClockJumped>(&entry.event);
    if (jumped && std::chrono::abs(jumped->jump) >= halfADay) clockLeapt_ = true;
}

void PapersAreUnique::handedOut(const Paper& paper) {
    const auto& offline = paper.ticket.offline.value();
    const auto name = nameOf(offline.kiosk, offline.day, offline.sequence);
    if (!ofSeries_.insert(name).second) complain("two people hold number " + name);
    const auto printed = paper.ticket.number + " of " + base::formatDate(base::dateOf(paper.ticket.issuedAt));
    if (!printed_.insert(printed).second && !clockLeapt_) complain("two people hold " + printed);
}

void PapersAreInTheQueue::handedOut(const Paper& paper) {
    papers_.emplace(paper.ticket.id, paper);
    known_.emplace(paper.ticket.id, paper);
}

void PapersAreInTheQueue::diskBroke(int kiosk) {
    std::erase_if(papers_, [&](const auto& paper) { return paper.second.kiosk == kiosk; });
}

void PapersAreInTheQueue::written(const Entry& entry) {
    const auto* issued = std::get_if<queue::TicketIssued>(&entry.event);
    if (!issued || !issued->ticket.offline) return;
    const auto& ticket = issued->ticket;
    const auto& offline = *ticket.offline;
    const auto name = nameOf(offline.kiosk, base::formatDate(offline.day), offline.sequence);
    if (!merged_.insert(name).second) complain("number " + name + " was merged twice");
    const auto paper = known_.find(ticket.id);
    if (paper == known_.end()) return;  // the kiosk died before it printed it
    if (paper->second.ticket.number != ticket.number || paper->second.ticket.service != ticket.service)
        complain(fmt::format("{} on paper is {} in the queue", paper->second.ticket.number, ticket.number));
    papers_.erase(ticket.id);
}

void PapersAreInTheQueue::quiet(const protocol::Hall&, const std::vector<Picture>&) {
    for (const auto& [id, paper] : papers_)
        complain(fmt::format("somebody holds {}, and it is not in the queue", paper.ticket.number));
}

void GhostsAreTakenBack::handedOut(const Paper& paper) {
    if (!paper.insteadOf.empty()) insteadOf_[paper.ticket.id] = paper.insteadOf;
}

void GhostsAreTakenBack::written(const Entry& entry) {
    const auto* issued = std::get_if<queue::TicketIssued>(&entry.event);
    if (!issued) return;
    const auto& ticket = issued->ticket;
    const auto merged = insteadOf_.find(ticket.id);
    if (merged == insteadOf_.end()) {
        const auto& question = entry.row.fact.commandId;
        made_[question] = ticket.id;
        if (takenBack_.contains(question))
            complain(ticket.number + " was made after the kiosk had given another number for it");
        return;
    }
    takenBack_.insert(merged->second);
    const auto made = made_.find(merged->second);
    const auto* ghost = made == made_.end() ? nullptr : entry.before.ticket(made->second);
    if (ghost && ghost->state == queue::TicketState::waiting)
        complain(ghost->number + " waits on, which nobody holds");
}

}  // namespace luot::simulation
