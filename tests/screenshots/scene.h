#pragma once

#include "tests/support/scriptedregistry.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"

/// What the pictures show: images, jobs in every state, and what goes wrong.
namespace dip::test {

/// Images of a delivery.
extern const QStringList names;
/// Earlier deliveries of the same, which share most of their layers with them.
extern const QStringList older;
[[nodiscard]] qsizetype imageCount();

/// An archive of single images, and one with two platforms.
[[nodiscard]] QStringList makeArchives(const QString &folder);
/// Jobs at a registry that refuses large bodies, has no room and asks for patience: one in each trouble.
void makeTroubles(WindowFixture &fixture, ScriptedRegistry &registry);
/// A job there that waits for three minutes, besides what runs.
void makePause(WindowFixture &fixture, const ScriptedRegistry &registry);
/// One job in each state, all by real work.
void makeJobs(WindowFixture &fixture, const TestRegistry &open, const TestRegistry &closed);
/// What transfers that ended early leave, a pinned image, and one in the trash.
void makeLeftovers(WindowFixture &fixture);
/// An export, a verification that finds all well and one that finds damage.
void makeCacheJobs(WindowFixture &fixture, const QString &folder);

} // namespace dip::test
