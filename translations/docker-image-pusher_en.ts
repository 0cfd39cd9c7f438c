<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Clean</name>
    <message numerus="yes">
        <source>%n file(s) (%1)</source>
        <translation>
            <numerusform>%n file (%1)</numerusform>
            <numerusform>%n files (%1)</numerusform>
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
        <source>To be removed: %n image(s) with %1:</source>
        <translation>
            <numerusform>To be removed: %n image with %1:</numerusform>
            <numerusform>To be removed: %n images with %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freed %1: %n file(s) removed.</source>
        <translation>
            <numerusform>Freed %1: %n file removed.</numerusform>
            <numerusform>Freed %1: %n files removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freed %1: %n image(s) removed.</source>
        <translation>
            <numerusform>Freed %1: %n image removed.</numerusform>
            <numerusform>Freed %1: %n images removed.</numerusform>
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
        <source>To be moved to the trash: %n image(s):</source>
        <translation>
            <numerusform>To be moved to the trash: %n image:</numerusform>
            <numerusform>To be moved to the trash: %n images:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) moved to the trash; the space is given back when it is emptied.</source>
        <translation>
            <numerusform>%n image moved to the trash; the space is given back when it is emptied.</numerusform>
            <numerusform>%n images moved to the trash; the space is given back when it is emptied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>%n layer(s), %1</source>
        <translation>
            <numerusform>%n layer, %1</numerusform>
            <numerusform>%n layers, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>List</name>
    <message numerus="yes">
        <source>%n image(s), %1 together</source>
        <translation>
            <numerusform>%n image, %1 together</numerusform>
            <numerusform>%n images, %1 together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message numerus="yes">
        <source>%1: %n image(s), %2</source>
        <translation>
            <numerusform>%1: %n image, %2</numerusform>
            <numerusform>%1: %n images, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message numerus="yes">
        <source>%n image(s) pinned: cleaning leaves them alone.</source>
        <translation>
            <numerusform>%n image pinned: cleaning leaves it alone.</numerusform>
            <numerusform>%n images pinned: cleaning leaves them alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) no longer pinned.</source>
        <translation>
            <numerusform>%n image no longer pinned.</numerusform>
            <numerusform>%n images no longer pinned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%1 of %n blob(s)</source>
        <translation>
            <numerusform>%1 of %n blob</numerusform>
            <numerusform>%1 of %n blobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>Pulled %n image(s) from %1</source>
        <translation>
            <numerusform>Pulled %n image from %1</numerusform>
            <numerusform>Pulled %n images from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extracted %n image(s) from %1</source>
        <translation>
            <numerusform>Extracted %n image from %1</numerusform>
            <numerusform>Extracted %n images from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would push %n image(s) to %1</source>
        <translation>
            <numerusform>Would push %n image to %1</numerusform>
            <numerusform>Would push %n images to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pushed %n image(s) to %1</source>
        <translation>
            <numerusform>Pushed %n image to %1</numerusform>
            <numerusform>Pushed %n images to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) received (%1)</source>
        <translation>
            <numerusform>%n blob received (%1)</numerusform>
            <numerusform>%n blobs received (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) extracted (%1)</source>
        <translation>
            <numerusform>%n blob extracted (%1)</numerusform>
            <numerusform>%n blobs extracted (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) sent (%1)</source>
        <translation>
            <numerusform>%n blob sent (%1)</numerusform>
            <numerusform>%n blobs sent (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) to send (%1)</source>
        <translation>
            <numerusform>%n blob to send (%1)</numerusform>
            <numerusform>%n blobs to send (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mounted (%1)</source>
        <translation>
            <numerusform>%n mounted (%1)</numerusform>
            <numerusform>%n mounted (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there (%1)</source>
        <translation>
            <numerusform>%n already there (%1)</numerusform>
            <numerusform>%n already there (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(s)</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n image(s) to %1</source>
        <translation>
            <numerusform>Exported %n image to %1</numerusform>
            <numerusform>Exported %n images to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) written (%1)</source>
        <translation>
            <numerusform>%n blob written (%1)</numerusform>
            <numerusform>%n blobs written (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message numerus="yes">
        <source>Restored %n image(s):</source>
        <translation>
            <numerusform>Restored %n image:</numerusform>
            <numerusform>Restored %n images:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) will be deleted for good:</source>
        <translation>
            <numerusform>%n image will be deleted for good:</numerusform>
            <numerusform>%n images will be deleted for good:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freed %1: %n image(s) deleted for good.</source>
        <translation>
            <numerusform>Freed %1: %n image deleted for good.</numerusform>
            <numerusform>Freed %1: %n images deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsageListing</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 on the disk; the removal of one frees what is unique to it.</source>
        <translation>
            <numerusform>%n image, %1 on the disk; its removal frees what is unique to it.</numerusform>
            <numerusform>%n images, %1 on the disk; the removal of one frees what is unique to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message numerus="yes">
        <source>Verified %n image(s): %1 read, %2, %3.</source>
        <translation>
            <numerusform>Verified %n image: %1 read, %2, %3.</numerusform>
            <numerusform>Verified %n images: %1 read, %2, %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found:</source>
        <translation>
            <numerusform>%n thing found:</numerusform>
            <numerusform>%n things found:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cache has damage that images suffer from, in %n place(s).</source>
        <translation>
            <numerusform>The cache has damage that images suffer from, in %n place.</numerusform>
            <numerusform>The cache has damage that images suffer from, in %n places.</numerusform>
        </translation>
    </message>
</context>
</TS>
