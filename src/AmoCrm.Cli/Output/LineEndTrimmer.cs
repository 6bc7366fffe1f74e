using System.Text;

namespace AmoCrm.Cli.Output;

/// <summary>Leaves out the blanks before line ends, with which tables are padded: in a file or a narrow window they are only in the way.</summary>
internal sealed class LineEndTrimmer(TextWriter inner) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                _blanks++;
                return;
            case '\n' or '\r':
                _blanks = 0;
                break;
            default:
                for (; _blanks > 0; _blanks--)
                {
                    inner.Write(' ');
                }

                break;
        }

        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
