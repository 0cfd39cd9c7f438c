<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DiskTexts</name>
    <message numerus="yes">
        <source>%n file(s), %1, there once and needed by all of these images:</source>
        <translation>
            <numerusform>%n file, %1, there once and needed by all of these images:</numerusform>
            <numerusform>%n files, %1, there once and needed by all of these images:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>images</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shared by %n</source>
        <comment>images</comment>
        <translation>
            <numerusform>Shared by %n</numerusform>
            <numerusform>Shared by %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 that no other repository needs</source>
        <translation>
            <numerusform>%n image, %1 that no other repository needs</numerusform>
            <numerusform>%n images, %1 that no other repository needs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, needed by %n image(s)</source>
        <translation>
            <numerusform>%1, needed by %n image</numerusform>
            <numerusform>%1, needed by %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>Interrupted at %1 of %2; it goes on from there in %n s.</source>
        <translation>
            <numerusform>Interrupted at %1 of %2; it goes on from there in %n s.</numerusform>
            <numerusform>Interrupted at %1 of %2; it goes on from there in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted; it is tried again in %n s.</source>
        <translation>
            <numerusform>Interrupted; it is tried again in %n s.</numerusform>
            <numerusform>Interrupted; it is tried again in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>Export %n image(s)</source>
        <translation>
            <numerusform>Export %n image</numerusform>
            <numerusform>Export %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>The cache is damaged in %n place(s).</source>
        <translation>
            <numerusform>The cache is damaged in %n place.</numerusform>
            <numerusform>The cache is damaged in %n places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more image(s) suffer from it.</source>
        <translation>
            <numerusform>%1 and %n more image suffer from it.</numerusform>
            <numerusform>%1 and %n more images suffer from it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobGroups</name>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <translation>
            <numerusform>%1 of %n done</numerusform>
            <numerusform>%1 of %n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>%1 of %n blobs</source>
        <translation>
            <numerusform>%1 of %n blob</numerusform>
            <numerusform>%1 of %n blobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries again in %n s</source>
        <translation>
            <numerusform>tries again in %n s</numerusform>
            <numerusform>tries again in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tries again in %n s</source>
        <translation>
            <numerusform>Tries again in %n s</numerusform>
            <numerusform>Tries again in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repair %n image(s)</source>
        <translation>
            <numerusform>Repair %n image</numerusform>
            <numerusform>Repair %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verify %n image(s)</source>
        <translation>
            <numerusform>Verify %n image</numerusform>
            <numerusform>Verify %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tag(s) of %1</source>
        <translation>
            <numerusform>Delete %n tag of %1</numerusform>
            <numerusform>Delete %n tags of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpokenJobs</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n percent</source>
        <translation>
            <numerusform>%n percent</numerusform>
            <numerusform>%n percent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::BatchNotice</name>
    <message numerus="yes">
        <source>%n job(s) done</source>
        <translation>
            <numerusform>%n job done</numerusform>
            <numerusform>%n jobs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::CacheModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>registries</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::CachePage</name>
    <message numerus="yes">
        <source>%n image(s), %1</source>
        <translation>
            <numerusform>%n image, %1</numerusform>
            <numerusform>%n images, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 of %n image</numerusform>
            <numerusform>%1 of %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::CleaningList</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::CleaningNews</name>
    <message numerus="yes">
        <source>Deleted %n image(s), %1 freed.</source>
        <translation>
            <numerusform>Deleted %n image, %1 freed.</numerusform>
            <numerusform>Deleted %n images, %1 freed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n file(s), %1 freed.</source>
        <translation>
            <numerusform>Deleted %n file, %1 freed.</numerusform>
            <numerusform>Deleted %n files, %1 freed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::CleaningPanel</name>
    <message numerus="yes">
        <source>Cleaning: %1 of %n file(s)</source>
        <translation>
            <numerusform>Cleaning: %1 of %n file</numerusform>
            <numerusform>Cleaning: %1 of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because they are pinned.</source>
        <translation>
            <numerusform>%n image stays, because it is pinned.</numerusform>
            <numerusform>%n images stay, because they are pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because jobs need them.</source>
        <translation>
            <numerusform>%n image stays, because jobs need it.</numerusform>
            <numerusform>%n images stay, because jobs need them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) stay, because a running transfer needs them.</source>
        <translation>
            <numerusform>%n blob stays, because a running transfer needs it.</numerusform>
            <numerusform>%n blobs stay, because a running transfer needs them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s) (%1)</source>
        <translation>
            <numerusform>Delete %n file (%1)</numerusform>
            <numerusform>Delete %n files (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) (%1)</source>
        <translation>
            <numerusform>Delete %n image (%1)</numerusform>
            <numerusform>Delete %n images (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s) to the trash</source>
        <translation>
            <numerusform>Move %n image to the trash</numerusform>
            <numerusform>Move %n images to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) for good? This frees %1 and cannot be undone.</source>
        <translation>
            <numerusform>Delete %n image for good? This frees %1 and cannot be undone.</numerusform>
            <numerusform>Delete %n images for good? This frees %1 and cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::DeletionBar</name>
    <message numerus="yes">
        <source>Delete %n image(s) for good? This frees %1 at once and cannot be undone.</source>
        <translation>
            <numerusform>Delete %n image for good? This frees %1 at once and cannot be undone.</numerusform>
            <numerusform>Delete %n images for good? This frees %1 at once and cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) (%1)</source>
        <translation>
            <numerusform>Delete %n image (%1)</numerusform>
            <numerusform>Delete %n images (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because they are pinned.</source>
        <translation>
            <numerusform>%n image stays, because it is pinned.</numerusform>
            <numerusform>%n images stay, because they are pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because jobs need them.</source>
        <translation>
            <numerusform>%n image stays, because a job needs it.</numerusform>
            <numerusform>%n images stay, because jobs need them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n image(s) to the cache trash.</source>
        <translation>
            <numerusform>Moved %n image to the cache trash.</numerusform>
            <numerusform>Moved %n images to the cache trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disk space is released when the trash is emptied: after %n day(s), or at once when space runs low.</source>
        <translation>
            <numerusform>Disk space is released when the trash is emptied: after %n day, or at once when space runs low.</numerusform>
            <numerusform>Disk space is released when the trash is emptied: after %n days, or at once when space runs low.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought back %n image(s).</source>
        <translation>
            <numerusform>Brought back %n image.</numerusform>
            <numerusform>Brought back %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s) for good, %1 freed.</source>
        <translation>
            <numerusform>Deleted %n image for good, %1 freed.</numerusform>
            <numerusform>Deleted %n images for good, %1 freed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::DetailsPane</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::DiskPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) chosen: %1 in all. Deleting them frees %2; %3 is shared with what you keep.</source>
        <translation>
            <numerusform>%n image chosen: %1 in all. Deleting it frees %2; %3 is shared with what you keep.</numerusform>
            <numerusform>%n images chosen: %1 in all. Deleting them frees %2; %3 is shared with what you keep.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::FindingsPanel</name>
    <message numerus="yes">
        <source>and %n more; the report names all of them</source>
        <translation>
            <numerusform>and %n more; the report names all of them</numerusform>
            <numerusform>and %n more; the report names all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::ImageActions</name>
    <message numerus="yes">
        <source>Push %n image(s)…</source>
        <translation>
            <numerusform>Push %n image…</numerusform>
            <numerusform>Push %n images…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n image(s)…</source>
        <translation>
            <numerusform>Export %n image…</numerusform>
            <numerusform>Export %n images…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verify %n image(s)</source>
        <translation>
            <numerusform>Verify %n image</numerusform>
            <numerusform>Verify %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpin %n image(s)</source>
        <translation>
            <numerusform>Unpin %n image</numerusform>
            <numerusform>Unpin %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pin %n image(s)</source>
        <translation>
            <numerusform>Pin %n image</numerusform>
            <numerusform>Pin %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s) to the trash</source>
        <translation>
            <numerusform>Move %n image to the trash</numerusform>
            <numerusform>Move %n images to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) for good…</source>
        <translation>
            <numerusform>Delete %n image for good…</numerusform>
            <numerusform>Delete %n images for good…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n image(s) that match the filter</source>
        <translation>
            <numerusform>Select the image that matches the filter</numerusform>
            <numerusform>Select all %n images that match the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n image(s)</source>
        <translation>
            <numerusform>Select the image</numerusform>
            <numerusform>Select all %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::ImportSheet</name>
    <message numerus="yes">
        <source>%n image(s) chosen, %1</source>
        <translation>
            <numerusform>%n image chosen, %1</numerusform>
            <numerusform>%n images chosen, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>%n file cannot be imported</numerusform>
            <numerusform>%n files cannot be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import and push %n image(s)…</source>
        <translation>
            <numerusform>Import and push %n image…</numerusform>
            <numerusform>Import and push %n images…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) need a valid name</source>
        <translation>
            <numerusform>%n image needs a valid name</numerusform>
            <numerusform>%n images need a valid name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::JobActions</name>
    <message numerus="yes">
        <source>Resume %n job(s)</source>
        <translation>
            <numerusform>Resume %n job</numerusform>
            <numerusform>Resume %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n job(s)</source>
        <translation>
            <numerusform>Pause %n job</numerusform>
            <numerusform>Pause %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n job(s) now</source>
        <translation>
            <numerusform>Start %n job now</numerusform>
            <numerusform>Start %n jobs now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s)</source>
        <translation>
            <numerusform>Cancel %n job</numerusform>
            <numerusform>Cancel %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %n job(s) again</source>
        <translation>
            <numerusform>Try %n job again</numerusform>
            <numerusform>Try %n jobs again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n job(s) from the list</source>
        <translation>
            <numerusform>Remove %n job from the list</numerusform>
            <numerusform>Remove %n jobs from the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::JobsPage</name>
    <message numerus="yes">
        <source>%n job(s) were interrupted when the program ended.</source>
        <translation>
            <numerusform>%n job was interrupted when the program ended.</numerusform>
            <numerusform>%n jobs were interrupted when the program ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled %n job(s). What was transferred is kept.</source>
        <translation>
            <numerusform>Cancelled %n job. What was transferred is kept.</numerusform>
            <numerusform>Cancelled %n jobs. What was transferred is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::LimitBar</name>
    <message numerus="yes">
        <source>Speed limit of %n job(s), each:</source>
        <translation>
            <numerusform>Speed limit of the job:</numerusform>
            <numerusform>Speed limit of %n jobs, each:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::MainWindow</name>
    <message numerus="yes">
        <source>Import %n archive(s), %1</source>
        <translation>
            <numerusform>Import %n archive, %1</numerusform>
            <numerusform>Import %n archives, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look for images in %n folder(s)</source>
        <translation>
            <numerusform>Look for images in %n folder</numerusform>
            <numerusform>Look for images in %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are running. Quitting pauses them; they can go on at the next start.</source>
        <translation>
            <numerusform>%n job is running. Quitting pauses it; it can go on at the next start.</numerusform>
            <numerusform>%n jobs are running. Quitting pauses them; they can go on at the next start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::PlanModel</name>
    <message numerus="yes">
        <source>%n image(s) to go</source>
        <translation>
            <numerusform>%n image to go</numerusform>
            <numerusform>%n images to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to go</source>
        <translation>
            <numerusform>%n file to go</numerusform>
            <numerusform>%n files to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) to stay</source>
        <translation>
            <numerusform>%n image to stay</numerusform>
            <numerusform>%n images to stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::PullSheet</name>
    <message numerus="yes">
        <source>Pull %n image(s)</source>
        <translation>
            <numerusform>Pull %n image</numerusform>
            <numerusform>Pull %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::PushSheet</name>
    <message numerus="yes">
        <source>Push %n image(s)</source>
        <translation>
            <numerusform>Push %n image</numerusform>
            <numerusform>Push %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) stand for another image in the registry. Overwrite, skip or rename each of them.</source>
        <translation>
            <numerusform>%n name stands for another image in the registry. Overwrite, skip or rename it.</numerusform>
            <numerusform>%n names stand for another image in the registry. Overwrite, skip or rename each of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Will upload %1 of %2 (%3 of %n layer(s) are already in the registry).</source>
        <translation>
            <numerusform>Will upload %1 of %2 (%3 of %n layer is already in the registry).</numerusform>
            <numerusform>Will upload %1 of %2 (%3 of %n layers are already in the registry).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of the list are not in the cache: %1</source>
        <translation>
            <numerusform>%n image of the list is not in the cache: %1</numerusform>
            <numerusform>%n images of the list are not in the cache: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You may push, and %1 of %2 will be uploaded (%3 of %n layer(s) are already in the registry).</source>
        <translation>
            <numerusform>You may push, and %1 of %2 will be uploaded (%3 of %n layer is already in the registry).</numerusform>
            <numerusform>You may push, and %1 of %2 will be uploaded (%3 of %n layers are already in the registry).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistriesPage</name>
    <message numerus="yes">
        <source>%n registry(s) were taken over: %1</source>
        <translation>
            <numerusform>%n registry was taken over: %1</numerusform>
            <numerusform>%n registries were taken over: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryContents</name>
    <message numerus="yes">
        <source>Delete %n tag(s) from the registry…</source>
        <translation>
            <numerusform>Delete %n tag from the registry…</numerusform>
            <numerusform>Delete %n tags from the registry…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n image(s) to another registry…</source>
        <translation>
            <numerusform>Copy %n image to another registry…</numerusform>
            <numerusform>Copy %n images to another registry…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::StatusRow</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) need you</source>
        <translation>
            <numerusform>%n job needs you</numerusform>
            <numerusform>%n jobs need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::TagDeletionBar</name>
    <message numerus="yes">
        <source>Delete %n tag(s) from %1? This cannot be undone.</source>
        <translation>
            <numerusform>Delete %n tag from %1? This cannot be undone.</numerusform>
            <numerusform>Delete %n tags from %1? This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were not chosen, but stand for the same images and go with them.</source>
        <translation>
            <numerusform>%n of them was not chosen, but stands for the same image and goes with it.</numerusform>
            <numerusform>%n of them were not chosen, but stand for the same images and go with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of several platforms stay, but lose one.</source>
        <translation>
            <numerusform>%n tag of several platforms stays, but loses one.</numerusform>
            <numerusform>%n tags of several platforms stay, but lose one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n tag(s) the registry could not say what they stand for; they may go, too.</source>
        <translation>
            <numerusform>Of %n tag the registry could not say what it stands for; it may go, too.</numerusform>
            <numerusform>Of %n tags the registry could not say what they stand for; they may go, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n tag(s)…</source>
        <translation>
            <numerusform>Deleting %n tag…</numerusform>
            <numerusform>Deleting %n tags…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n tag(s).</source>
        <translation>
            <numerusform>Deleted %n tag.</numerusform>
            <numerusform>Deleted %n tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tag(s)</source>
        <translation>
            <numerusform>Delete %n tag</numerusform>
            <numerusform>Delete %n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::TrashModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>images</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::TrashSheet</name>
    <message numerus="yes">
        <source>Restore %n image(s)</source>
        <translation>
            <numerusform>Restore %n image</numerusform>
            <numerusform>Restore %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) for good? This frees %1 at once and cannot be undone.</source>
        <translation>
            <numerusform>Delete %n image for good? This frees %1 at once and cannot be undone.</numerusform>
            <numerusform>Delete %n images for good? This frees %1 at once and cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) (%1)</source>
        <translation>
            <numerusform>Delete %n image (%1)</numerusform>
            <numerusform>Delete %n images (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trash is empty. Images that you delete from the cache can be brought back from here for %n day(s).</source>
        <translation>
            <numerusform>The trash is empty. Images that you delete from the cache can be brought back from here for %n day.</numerusform>
            <numerusform>The trash is empty. Images that you delete from the cache can be brought back from here for %n days.</numerusform>
        </translation>
    </message>
</context>
</TS>
