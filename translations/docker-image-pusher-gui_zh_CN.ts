<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>%1 asks who you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with an account that may use this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept this user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password may have changed, or a robot account may have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the certificate and trust it, or choose the file of the authority that signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in, but this account may not do this: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account lacks the right to push or pull here, or the project does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address for a typing error, and that this network can resolve the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port, and that the registry is running and no firewall is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has arrived is kept. Trying again continues from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has stopped answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not let us through to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY and NO_PROXY in the environment of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server may speak plain HTTP on this port. Choose that for the registry if you know it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for fewer requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait some minutes, then try again. Fewer layers at once help, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy before %1 refuses uploads of this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its administrator to raise the limit (nginx: client_max_body_size 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage of %1 is full or not working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its administrator, or choose another project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no such image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name of the repository and the tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered in a way that no registry should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy may have answered in its place. The report holds the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reports an error (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is on the server&apos;s side. Try again later or give the report to its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is not what its digest promises: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was damaged on the way or on disk. Import or pull the image again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest of this image cannot be understood: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been made by a faulty tool. The report names what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache no longer has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import or pull the image again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy in the cache is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the image from the cache, then import or pull it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done as asked: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of image is not supported: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again may help. The report helps us to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not copied completely. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was turned into text by PowerShell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again with docker save -o FILE instead of docker save &gt; FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no image archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives made by docker save, podman save or skopeo, and OCI layouts can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds file names that point outside of it, so it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask where the file comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks a part of an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the image again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it moved, or is a drive or share not connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the cache is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete images that are no longer needed, or choose a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not be written or read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder is writable and the drive is healthy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit registry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose cache folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1/s</source>
        <comment>a speed: %1 is a size such as 12.4 MB</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>%1 is a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done with warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n blobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It failed in an earlier run of the program. Try again to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted when the program ended. What was done is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts when a place is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts when the import is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacking, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registry is storing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>tries again in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>done, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from another repository, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>read aloud: title, state, amounts</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::AttentionPanel</name>
    <message>
        <source>The certificate could not be fetched: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued to: %1
Issued by: %2
Valid: %3 to %4
SHA-256: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this certificate and continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::CacheModel</name>
    <message>
        <source>%1 (untagged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>registries</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What deleting only this image gives back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::CachePage</name>
    <message numerus="yes">
        <source>%n image(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push %n image(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) from the cache? This frees %1 and cannot be undone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s), %1 freed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: name, size&gt;1G, arch:arm64, unpushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that must all hold: part of a name, size&gt;1G, size&lt;500M, arch:arm64, untagged, pushed, unpushed, incomplete (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the cache…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop image archives or folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you import or pull lies in the cache, ready to be pushed to any registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull from a registry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another cache…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy docker pull line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::CheckLadder</name>
    <message>
        <source>Test of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::DetailsPane</name>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>platform: size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>images</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::ImportModel</name>
    <message>
        <source>type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a name, for example team/app:1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a valid name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::ImportSheet</name>
    <message>
        <source>Looking into the archives…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) chosen, %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import and push %n image(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::JobModel</name>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::JobsPage</name>
    <message>
        <source>%1 running, %2 waiting, %3 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) were interrupted when the program ended.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports, pushes and pulls appear here, with every layer on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::MainWindow</name>
    <message>
        <source>Image archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.xz *.tar.zst *.tar.bz2 *.zip);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of image archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>jobs: running/all</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no image archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n archive(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look for images in %n folder(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are running. Quitting pauses them; they can go on at the next start.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Docker Image Pusher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose image archives to import (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Push…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push the chosen images (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pu&amp;ll…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull an image into the cache (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::PullSheet</name>
    <message>
        <source>Asking for tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This repository has no tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pull %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a registry to pull from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull from a registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repositor&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example library/nginx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a tag or choose below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags in the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::PushModel</name>
    <message>
        <source>Not a valid name: lower-case letters, digits and . _ - / are allowed, then : and a tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another image would get the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::PushSheet</name>
    <message numerus="yes">
        <source>Will upload %1 of %2. %3 of %n blob(s) are already in the registry.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a registry to push to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushing begins as soon as the import is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the registry what is already there…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push to a registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;ject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layers at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put below the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project and last part only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example prod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tag} is the image&apos;s own tag, {date} is today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads layers even if the registry has them already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and their names in the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistriesPage</name>
    <message>
        <source>Registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No registry yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the Harbor, Nexus, Quay or other registry that images are pushed to or pulled from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryCombo</name>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>registry: name, address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a registry…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryEditor</name>
    <message>
        <source>There is no keychain here, so the password is kept until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate must be trusted by this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the PEM file of the authority that signed the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen certificates are trusted for this registry only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody in between can read and change what is sent. Use it for tests only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is encrypted, the password neither. Use it in trusted networks only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of the authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harbor.example.cn or 10.0.0.5:5000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;ject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional, where pushes go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the password in the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTPS, check the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTPS, trust a certificate of my choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTPS, do not check the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain HTTP, not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryModel</name>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>read aloud: name, address, mark</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::SettingsPage</name>
    <message>
        <source>%1
%2 free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers at once in each jo&amp;b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers at once in each job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Speed limit for each registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed limit for each registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::Sidebar</name>
    <message>
        <source>%1, %2, needs you</source>
        <comment>read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>read aloud: section, badge</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::SignInForm</name>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in and continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dip::ui::StatusRow</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk free %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
