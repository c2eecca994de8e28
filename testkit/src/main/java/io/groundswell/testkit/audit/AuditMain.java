package io.groundswell.testkit.audit;

import io.groundswell.testkit.ledger.LedgerContent;
import java.io.IOException;
import java.nio.file.Path;

/** The checker as a program of its own. */
public final class AuditMain {
    private AuditMain() {}

    /**
     * Compares a lake with a ledger.
     *
     * @param args the ledger, the lake's root, and where {@code audit.json} goes; exits with 0 if all is well, 1 if
     *     something is lost, doubled, phantom or otherwise wrong, and 2 if that can't be said
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: AuditMain LEDGER LAKE AUDIT.JSON");
            System.exit(2);
        }
        System.exit(run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])));
    }

    static int run(Path ledger, Path lake, Path json) throws IOException {
        Audit audit = Auditor.DEFAULT.audit(LedgerContent.read(ledger), lake.toAbsolutePath());
        AuditFile.write(json, audit);
        return audit.isClean() ? 0 : 1;
    }
}
