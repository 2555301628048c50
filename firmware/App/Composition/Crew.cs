using System.Collections;
using Appliance.App.Workers;
using Appliance.Core.Scheduling;

namespace Appliance.App.Composition;

/// <summary>The workers of the appliance and their threads.</summary>
public sealed class Crew
{
    private readonly ArrayList _threads = new ArrayList();

    /// <param name="limitMs">Silence after which the worker counts as stuck.</param>
    public WorkerThread Add(Worker worker, int limitMs)
    {
        WorkerThread thread = new WorkerThread(worker, limitMs);
        _threads.Add(thread);
        return thread;
    }

    public WorkerThread[] ToArray() => (WorkerThread[])_threads.ToArray(typeof(WorkerThread));

    public void Start()
    {
        for (int i = 0; i < _threads.Count; i++)
        {
            ((WorkerThread)_threads[i]).Start();
        }
    }
}
