using System.IO.Compression;
using System.Text;
using Slipway.Firewall;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis.Reports;

/// <summary>Writes everything that remote support needs into one file without secrets, which may be sent by mail.</summary>
public static class SupportBundle
{
    private const string About = """
        Made by slipway doctor.

        report.txt        what was found, for people
        report.json       the same, for programs
        network-team.txt  what to ask of the network team
        machine.txt       versions, interfaces, name servers and variables for proxies of the machine

        Tokens, passwords, cookies and users of proxies are not in here. Names and addresses of the network are.

        """;

    /// <summary>Writes the complete file, or none.</summary>
    /// <param name="path">The file, which is replaced when it exists.</param>
    /// <param name="report">The report.</param>
    /// <param name="options">The options of the examination, which contain the secrets to remove.</param>
    /// <param name="text">The report as text for people.</param>
    /// <exception cref="ProblemException">The file cannot be written.</exception>
    public static void Write(string path, DoctorReport report, DoctorOptions options, string text)
    {
        var redactor = ReportRedactor.Of(options);
        using var content = new MemoryStream();
#pragma warning disable RS0030 // the ban is for reading what strangers wrote
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, entry) in Entries(report, options, text))
            {
                var made = zip.CreateEntry(name);
                made.LastWriteTime = report.StartedAt;
                using var stream = made.Open();
                stream.Write(Encoding.UTF8.GetBytes(redactor.Clean(entry)));
            }
        }
#pragma warning restore RS0030

        WholeFile.Write(path, content.ToArray());
    }

    private static IEnumerable<(string Name, string Text)> Entries(DoctorReport report, DoctorOptions options, string text) =>
    [
        ("README.txt", About),
        ("report.txt", text),
        ("report.json", ReportJson.Text(report)),
        ("network-team.txt", string.Join("\n\n", report.Roots.Select(check => check.Finding.Request).OfType<string>()) + "\n"),
        ("machine.txt", MachineFacts.Write(options)),
    ];
}
