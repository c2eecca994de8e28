package io.groundswell.session;

import static io.groundswell.testing.LocalFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.testing.LocalFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForklessFileSystemTest {
    @TempDir
    private Path folder;

    private final ForklessFileSystem files = LocalFiles.fileSystem();

    @Test
    void ofManyThatRenameToOneNameOneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 50; round++) {
            String version = "%020d.json".formatted(round);
            List<Future<Boolean>> renames = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                Path from = Files.writeString(folder.resolve(round + "." + writer + ".tmp"), "writer " + writer);
                renames.add(threads.submit(() -> files.rename(path(from), path(folder.resolve(version)))));
            }
            List<Integer> first = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                if (renames.get(writer).get()) {
                    first.add(writer);
                }
            }
            assertThat(first).hasSize(1);
            assertThat(folder.resolve(version)).hasContent("writer " + first.get(0));
        }
        threads.shutdown();
    }

    /** Hadoop would start a process to ask for these permissions. */
    @Test
    void listsFilesWithTheirPlacesWithoutAskingForPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "four");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        LocatedFileStatus listed = files.listFiles(path(folder), true).next();

        assertThat(listed.getLen()).isEqualTo(4);
        assertThat(listed.getPermission()).isEqualTo(FsPermission.getFileDefault());
        assertThat(listed.getModificationTime())
                .isEqualTo(Files.getLastModifiedTime(file).toMillis());
    }

    @Test
    void tellsAWriterThatAnotherWasFirst() throws Exception {
        Path from = Files.writeString(folder.resolve("from"), "new");
        Path to = Files.writeString(folder.resolve("to"), "old");
        ForklessFileContext context = new ForklessFileContext(URI.create("file:///"), new Configuration());

        assertThatThrownBy(() -> context.renameInternal(path(from), path(to)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(to).hasContent("old");
        assertThat(from).hasContent("new");
    }

    @Test
    void movesFoldersAndFilesToNamesThatAreFree() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path inner = Files.createDirectory(folder.resolve("inner"));

        assertThat(files.rename(path(file), path(folder.resolve("moved")))).isTrue();
        assertThat(files.rename(path(inner), path(folder.resolve("outer")))).isTrue();

        assertThat(folder.resolve("moved")).hasContent("text");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("outer")).isDirectory();
    }
}
