import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import org.omegat.tokenizer.DefaultTokenizer;
import org.omegat.tokenizer.ITokenizer;
import org.omegat.tokenizer.ITokenizer.StemmingMode;
import org.omegat.tokenizer.LuceneIndonesianTokenizer;
import org.omegat.util.Token;

/**
 * Searches segments for terms as OmegaT's FindGlossaryThread does: every term is asked of
 * every segment, by the stems of its words. Prints the seconds of a pass and the hits.
 *
 * java -cp OmegaT.jar OmegaTSearch.java TERMS SEGMENTS, a term or segment a line.
 */
public class OmegaTSearch {
    public static void main(String[] args) throws Exception {
        List<String> terms = Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8);
        List<String> segments = Files.readAllLines(Paths.get(args[1]), StandardCharsets.UTF_8);
        ITokenizer tokenizer = new LuceneIndonesianTokenizer();
        search(tokenizer, terms, segments);
        long begin = System.nanoTime();
        long hits = search(tokenizer, terms, segments);
        System.out.println((System.nanoTime() - begin) / 1e9 + " " + hits);
    }

    private static long search(ITokenizer tokenizer, List<String> terms, List<String> segments) {
        long hits = 0;
        for (String segment : segments) {
            Token[] words = tokenizer.tokenizeWords(segment, StemmingMode.GLOSSARY);
            for (String term : terms) {
                Token[] wanted = tokenizer.tokenizeWords(term, StemmingMode.GLOSSARY);
                if (wanted.length > 0 && DefaultTokenizer.isContainsAll(words, wanted, false)) {
                    hits++;
                }
            }
        }
        return hits;
    }
}
