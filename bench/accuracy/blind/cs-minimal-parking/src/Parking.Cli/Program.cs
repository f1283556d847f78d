using System.CommandLine;

var root = new RootCommand("parking: looks after the garages");

var report = new Command("report", "what was earned") { new Option<int>("--days", () => 7) };
report.SetHandler(Report);
root.AddCommand(report);

var close = new Command("close-garage", "lets nobody in any more");
close.SetHandler(() => throw new NotImplementedException());
root.AddCommand(close);

// root.AddCommand(new Command("export"));

return await root.InvokeAsync(args);

static void Report()
{
    foreach (var line in File.ReadLines("takings.csv"))
    {
        Console.WriteLine(line.Split(';')[1]);
    }
}
