package io.groundswell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLogStoreTest {
    @TempDir
    private java.nio.file.Path folder;

    private final Configuration conf = new Configuration();
    private LocalLogStore store;

    @BeforeEach
    void open() {
        conf.set("fs.file.impl", ForklessFileSystem.class.getName());
        conf.set("fs.AbstractFileSystem.file.impl", ForklessFileContext.class.getName());
        store = new LocalLogStore(conf);
    }

    @Test
    void listsFromANameOnInTheirOrder() throws IOException {
        for (String name :
                List.of("0012.json", "0002.json", "0010.checkpoint.parquet", "0010.json", "_last_checkpoint")) {
            Files.writeString(folder.resolve(name), name);
        }

        List<String> found = new ArrayList<>();
        Iterator<FileStatus> listed = store.listFrom(path("0010.checkpoint"), conf);
        while (listed.hasNext()) {
            FileStatus status = listed.next();
            found.add(status.getPath().getName() + " " + status.getLen());
        }

        assertThat(found)
                .containsExactly("0010.checkpoint.parquet 23", "0010.json 9", "0012.json 9", "_last_checkpoint 16");
    }

    @Test
    void passesOverAFileThatGoesMeanwhile() throws IOException {
        Files.writeString(folder.resolve("1.json"), "");
        Files.writeString(folder.resolve("2.json"), "");

        Iterator<FileStatus> listed = store.listFrom(path("0"), conf);
        Files.delete(folder.resolve("2.json"));

        assertThat(listed.next().getPath().getName()).isEqualTo("1.json");
        assertThat(listed.hasNext()).isFalse();
    }

    @Test
    void saysThatThereIsNoLog() {
        assertThatThrownBy(() -> store.listFrom(new Path(path("none"), "0"), conf))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void writesAVersionOnce() throws IOException {
        store.write(path("3.json"), List.of("first").iterator(), false, conf);

        assertThatThrownBy(() -> store.write(path("3.json"), List.of("second").iterator(), false, conf))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(folder.resolve("3.json"))).isEqualTo("first\n");
    }

    private Path path(String name) {
        return new Path(folder.toUri().toString(), name);
    }
}
