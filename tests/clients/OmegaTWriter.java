import java.io.File;
import java.nio.file.Files;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderTSV;

/** Lets OmegaT add entries to the glossary args[0]: source, target, comment of each line of args[1]. */
public class OmegaTWriter {
    public static void main(String[] args) throws Exception {
        for (String line : Files.readAllLines(new File(args[1]).toPath())) {
            String[] entry = line.split("\t", -1);
            GlossaryReaderTSV.append(new File(args[0]), new GlossaryEntry(entry[0], entry[1], entry[2], true));
        }
    }
}
