package redflag.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A workbook or text document that opens with a password only: agile encryption of ECMA-376 (MS-OFFCRYPTO) with AES-256
 * and SHA-512, as Excel itself writes it. Two copies of one file differ, for each has a salt of its own.
 */
public final class EncryptedCopy {

    private EncryptedCopy() {}

    /** Whether a file of this name can be encrypted so. */
    public static boolean isFor(String name) {
        return name.endsWith(".xlsx") || name.endsWith(".docx");
    }

    /** @param file the whole package */
    public static byte[] of(byte[] file, String password) throws IOException {
        EncryptionInfo info = new EncryptionInfo(
                EncryptionMode.agile, CipherAlgorithm.aes256, HashAlgorithm.sha512, -1, -1, ChainingMode.cbc);
        Encryptor encryptor = info.getEncryptor();
        encryptor.confirmPassword(password);
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(file);
            } catch (GeneralSecurityException e) {
                throw new IOException("this Java can't encrypt with AES-256: " + e.getMessage(), e);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
